import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

export type NoticeKind = 'error' | 'info' | 'attention' | 'success'

const ICONS: Readonly<Record<NoticeKind, IconName>> = {
  error: 'alert',
  info: 'help',
  attention: 'clock',
  success: 'check',
}

/** Something the cashier should know; errors are read out at once. */
export const Notice = ({ kind, children }: { readonly kind: NoticeKind; readonly children: ReactNode }) => (
  <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
    <Icon name={ICONS[kind]} />
    <div className="notice-body">{children}</div>
  </div>
)
