import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type EmptyProps = { readonly icon: IconName; readonly title: string; readonly children?: ReactNode }

/** What a list shows while it has nothing to show. */
export const Empty = ({ icon, title, children }: EmptyProps) => (
  <div className="empty" role="status">
    <Icon name={icon} />
    <strong>{title}</strong>
    {children}
  </div>
)
