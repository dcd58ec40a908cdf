import type { Step } from '#domain/document/document-state.ts'
import type { ApiCall } from '#domain/outbox/api-call.ts'

/** What each step asks of the API; those that wait for somebody ask nothing by themselves. */
const CALLS: Readonly<Record<Step, Extract<ApiCall, 'post' | 'status' | 'cancel' | 'cancel_status'>>> = {
  send: 'post',
  inquire: 'status',
  watch: 'status',
  park: 'status',
  settle: 'status',
  cancel: 'cancel',
  confirm: 'cancel_status',
}

export const callOf = ({ step }: { readonly step: Step }) => CALLS[step]
