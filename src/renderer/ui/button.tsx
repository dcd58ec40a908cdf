import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icons.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly look?: 'plain' | 'main' | 'danger' | 'quiet'
  readonly large?: boolean
  readonly icon?: IconName
  /** The key that does the same, printed on the button; no part of its accessible name. */
  readonly shortcut?: string
  readonly className?: string
}

export const Button = ({ look = 'plain', large, icon, shortcut, className, children, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    {...(shortcut !== undefined && { 'aria-keyshortcuts': shortcut })}
    className={`button button-${look}${large ? ' button-large' : ''}${className ? ` ${className}` : ''}`}
  >
    {icon && <Icon name={icon} />}
    {children}
    {shortcut && <span className="shortcut" aria-hidden="true" data-key={shortcut} />}
  </button>
)
