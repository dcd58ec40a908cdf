import { fileURLToPath } from 'node:url'

export const FONT_FILE = fileURLToPath(new URL('../../../../resources/fonts/terminus-12x24.bin', import.meta.url))
