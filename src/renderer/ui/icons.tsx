/** Drawn by hand on a 24 × 24 grid, two units thick. They never stand alone: a word or an accessible name goes with each. */
const PATHS = {
  alert: 'M12 4 3 19.5h18zM12 10v4M12 17v.2',
  backspace: 'M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5',
  bank: 'M4 9 12 4l8 5M5 20h14M7 10v7M12 10v7M17 10v7',
  blocked: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M6.500 6.500l11 11',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  card: 'M3 6h18v12H3zM3 10h18M7 15h3',
  cash: 'M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M6 12h.1M18 12h.1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.5l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  cloud: 'M7.5 18h9a4 4 0 0 0 .6-7.95A5.5 5.5 0 0 0 6.6 11 3.6 3.6 0 0 0 7.5 18z',
  denied: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M9.200 9.200l5.600 5.600M14.800 9.200l-5.600 5.600',
  download: 'M12 4v11M7.5 10.500 12 15l4.500-4.500M5 20h14',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  filter: 'M4 6h16M7 12h10M10 18h4',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1',
  help: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M9.8 9.8a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2 1-1.2 1.9M12 16.4v.2',
  left: 'M14.500 6 8.500 12l6 6',
  minus: 'M6 12h12',
  more: 'M6 12h.1M12 12h.1M18 12h.1',
  pause: 'M9 6v12M15 6v12',
  pencil: 'M4 20l1-4L16 5l3 3L8 19z',
  percent: 'M18 6 6 18M7.5 6a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M16.5 15a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.900 7 5.500',
  plus: 'M12 6v12M6 12h12',
  printer: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  question: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.2',
  right: 'M9.500 6l6 6-6 6',
  retry: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  school: 'M2 9l10-5 10 5-10 5zM6 11.500V16c3 2.700 9 2.700 12 0v-4.500M22 9v5',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15.500 15.500L20 20',
  transfer: 'M4 9h14l-3-3M20 15H6l3 3',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  unplugged:
    'M4 4l16 16M8.500 8.600A7 7 0 0 0 7 10M12 19.500v.2M5 12.500a9 9 0 0 1 1.500-1.200M12 5a13 13 0 0 1 9 4M3 9a13 13 0 0 1 2.500-1.900M9 15.500a4.500 4.500 0 0 1 5-.9',
  online: 'M3 9a13 13 0 0 1 18 0M6 12.500a9 9 0 0 1 12 0M9 16a4.500 4.500 0 0 1 6 0M12 19.500v.2',
} as const

export type IconName = keyof typeof PATHS

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
)
