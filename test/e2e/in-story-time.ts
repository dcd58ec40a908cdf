import { moveClock } from './story-time.ts'

/** To be imported before anything else of a process of a story. */
moveClock(Number(process.env.STORY_OFFSET_MS))
