/** The thing as it is, but a member that it does not have throws instead of being undefined. */
export const only = <Thing extends object>(thing: Thing, name: string): Thing =>
  new Proxy(thing, {
    get: (target, key) => {
      if (typeof key === 'string' && key !== 'then' && !(key in target))
        throw new Error(`the stand-in has no ${name}.${key}`)
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
