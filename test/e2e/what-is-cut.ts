import type { Page } from '@playwright/test'

/**
 * Everything visible in front that sticks out of the viewport or of its own box. What lies in a list that scrolls is left out, as long as
 * the list itself is in sight.
 */
export const whatIsCut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const SLACK = 1
    const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('.app, .rescue')
    if (front === null) return ['there is no screen']
    const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowY)
    const isInScroller = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null && at !== front.parentElement; at = at.parentElement)
        if (scrolls(at)) return true
      return false
    }
    const nameOf = (element: Element): string => {
      const said = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${said.trim().slice(0, 40)}"`
    }
    /** A picture that its frame shows a part of on purpose. */
    const isFramed = (element: Element): boolean =>
      element.matches('img') &&
      element.parentElement !== null &&
      getComputedStyle(element.parentElement).overflow === 'hidden'
    const seen = [front, ...front.querySelectorAll<HTMLElement>('*')].filter(
      (element): element is HTMLElement => element instanceof HTMLElement && element.checkVisibility(),
    )
    const outside = seen.filter((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      if (width <= 2 || height <= 2 || isInScroller(element) || isFramed(element)) return false
      return left < -SLACK || top < -SLACK || right > innerWidth + SLACK || bottom > innerHeight + SLACK
    })
    /** Words that do not fit their control; an ellipsis says itself that something is left out. */
    const clipped = seen.filter((element) => {
      if (!element.matches('button, h1, h2, h3, dt, dd, label, strong, p, output') || scrolls(element)) return false
      if (getComputedStyle(element).display === 'inline') return false
      const tooLong = [element, ...element.querySelectorAll<HTMLElement>('*')].some(
        (part) => getComputedStyle(part).textOverflow === 'ellipsis',
      )
      return !tooLong && element.scrollWidth > element.clientWidth + SLACK
    })
    return [
      ...outside.map((element) => `outside: ${nameOf(element)}`),
      ...clipped.map((element) => `clipped: ${nameOf(element)}`),
    ]
  })

/** Controls in front that a finger would miss: less than 48 px either way. A switch is as large as the row that holds it. */
export const whatIsTooSmallToTouch = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('.app, .rescue')
    return [...(front?.querySelectorAll('button, input:not([role=switch]), select') ?? [])]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 47.5 || box.width < 47.5))
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
        return `${name.trim()} ${Math.round(box.width)}×${Math.round(box.height)}`
      })
  })
