import { centered, feed, RULE } from './blocks.ts'
import type { PaperBlock, PaperColumns } from './paper-block.ts'
import { joinOrStack } from './text-rows.ts'
import type { SaleFacts } from './ticket-facts.ts'

const TRAINING = ['ENTRENAMIENTO', 'SIN VALIDEZ FISCAL'] as const

const trainingBand = (columns: PaperColumns): readonly PaperBlock[] => {
  const band = joinOrStack(TRAINING, columns).flatMap((text) => centered(text, columns, 'tall', true))
  return [RULE, ...band, RULE]
}

/** What stands above everything else on a paper: the training band, and REIMPRESIÓN from the second copy on. */
export const paperMarks = (
  { training, copy }: Pick<SaleFacts, 'training' | 'copy'>,
  columns: PaperColumns,
): readonly PaperBlock[] => [
  ...(training ? trainingBand(columns) : []),
  ...(copy >= 2 ? [...centered(`REIMPRESIÓN ${copy}`, columns, 'tall', true), feed(1)] : []),
]
