/** FastAPI's form of a refused payload: `[{"loc": ["body", "customer", "email"], "msg": …}]`, perhaps cut off at its end. */
const LOCATION = /"loc"\s*:\s*\[([^\]]*)\]/g
/** The same as a program prints it: "customer -> email". */
const ARROW = /\s*->\s*/g

const pathOf = (location: string): string =>
  location
    .split(',')
    .map((part) => part.replaceAll(/["\s]/g, ''))
    .filter((part, at) => !(at === 0 && part === 'body'))
    .join('.')

/** What a text complains about, one by one: the paths that it names, else the text itself. */
export const complaintsIn = (text: string): readonly string[] => {
  const paths = [...text.matchAll(LOCATION)].map(([, location = '']) => pathOf(location)).filter((path) => path !== '')
  return paths.length > 0 ? paths : [text.replaceAll(ARROW, '.').replace(/^body\./, '')]
}
