import type { ComponentProps } from 'react';

type ButtonProps = ComponentProps<'button'> & {
  look?: 'plain' | 'primary' | 'quiet';
  /** for a button that shows only an icon; give it an aria-label */
  iconOnly?: boolean;
  /** the one main action of a screen */
  main?: boolean;
};

export function Button({ look = 'plain', iconOnly = false, main = false, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      data-look={look}
      data-icon-only={iconOnly || undefined}
      data-main={main || undefined}
      className={`btn ${className}`}
      {...rest}
    />
  );
}
