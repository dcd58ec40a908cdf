import type { PrinterCommand } from './printer-command.ts'

export type PrinterSettings = {
  /** 0 left, 1 centre, 2 right. */
  readonly align: number
  readonly isBold: boolean
  /** Thickness in dots. */
  readonly underline: number
  readonly scaleX: number
  readonly scaleY: number
  /** Dots from one line's top to the next. */
  readonly lineSpacing: number
  readonly codePage: number
  readonly qrModule: number
  readonly qrLevel: 'L' | 'M' | 'Q' | 'H'
  readonly qrData: Uint8Array
}

const LINE_SPACING = 30

/** What ESC @ restores. */
export const INITIAL_SETTINGS: PrinterSettings = {
  align: 0,
  isBold: false,
  underline: 0,
  scaleX: 1,
  scaleY: 1,
  lineSpacing: LINE_SPACING,
  codePage: 0,
  qrModule: 3,
  qrLevel: 'L',
  qrData: new Uint8Array(),
}

/** The settings after a command; null where the command is not about settings. */
export const settingsAfter = (settings: PrinterSettings, command: PrinterCommand): PrinterSettings | null => {
  switch (command.kind) {
    case 'initialise':
      return INITIAL_SETTINGS
    case 'code_page':
      return { ...settings, codePage: command.page }
    case 'align':
      return { ...settings, align: command.align }
    case 'size':
      return { ...settings, scaleX: command.width, scaleY: command.height }
    case 'bold':
      return { ...settings, isBold: command.on }
    case 'underline':
      return { ...settings, underline: command.dots }
    case 'line_spacing':
      return { ...settings, lineSpacing: command.dots ?? LINE_SPACING }
    case 'qr_module':
      return { ...settings, qrModule: command.dots }
    case 'qr_level':
      return { ...settings, qrLevel: command.level }
    case 'qr_store':
      return { ...settings, qrData: command.data }
    default:
      return null
  }
}
