/** The month for the accountant. */
export const month = {
  open: 'Export the month',
  busy: 'Exporting…',
  month: 'Month',
  done: '{{documents}} documents and {{files}} files, with their index, in {{file}}',
  whole: 'No file is missing.',
  missing_one: '{{count}} file is missing: see the last column of the index; it was asked for again.',
  missing_other: '{{count}} files are missing: see the last column of the index; they were asked for again.',
  fetch: 'Fetch what is missing and the letter PDFs',
  wished_one: '{{count}} file to fetch: it comes when no sale uses the line. Export again later.',
  wished_other: '{{count}} files to fetch: they come when no sale uses the line. Export again later.',
  hint: 'Every issued document with a fiscal date in that month, its files and an index for the accountant.',
}
