import type { Context } from 'hono'
import type { Issuer } from '../issuer.ts'
import type { Registry } from '../registry/registry.ts'
import type { Body } from '../wire/read-body.ts'

export const BASE_PATH = '/api/connect'

/** What the API's routes work on. */
export type ApiContext = {
  readonly registry: Registry
  readonly issuer: Issuer
  /** Where the API is reached, without a slash at its end; known only once the server listens. */
  baseUrl(): string
}

/** Hono's types for the API: what comes in with a request besides itself. */
export type ApiEnvironment = {
  Bindings: { readonly body: Body | null; readonly companyHash: string }
}

/** A request in a route's hands. */
export type ApiRequest = Context<ApiEnvironment>
