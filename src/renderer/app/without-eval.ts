/**
 * Imported before the contract: zod compiles its checks with `new Function` where it may, and only asking costs a report of the
 * content security policy. Decided: this flag of zod's is set by hand, because the package itself has no home in the renderer.
 */
const zodHome = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
zodHome.__zod_globalConfig = { ...zodHome.__zod_globalConfig, jitless: true }

export {}
