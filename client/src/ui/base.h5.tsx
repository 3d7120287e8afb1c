import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { go, hrefOf } from '../platform/route';
import type {
  BoxProps,
  ChoiceProps,
  ImgProps,
  InputProps,
  LabelProps,
  LinkProps,
  TapProps,
  TextProps,
  WhenProps,
} from './base.types';
import { cx } from './cx';

/** A length in px at a width of 375, for inline styles. */
export const len = (px: number): string => `${px}px`;

export function Box({ as: Tag = 'div', label, hidden, live, busy, ...rest }: BoxProps) {
  return <Tag {...rest} aria-label={label} aria-hidden={hidden} aria-live={live} aria-busy={busy} />;
}

export function Text({ strong, label, hidden, ...rest }: TextProps) {
  const Tag = strong ? 'strong' : 'span';
  return <Tag {...rest} aria-label={label} aria-hidden={hidden} />;
}

export function Label({ of, className, children }: LabelProps) {
  return (
    <label htmlFor={of} className={className}>
      {children}
    </label>
  );
}

export function Tap(props: TapProps) {
  const { onTap, role, label, hidden, checked, selected, expanded, current, busy, onKey, describedBy } = props;
  const press = (event: KeyboardEvent) => {
    if (onKey?.(event.key)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is the caller's
    <button
      type="button"
      id={props.id}
      className={cx('tap', props.className)}
      style={props.style}
      onClick={onTap}
      onKeyDown={onKey && press}
      role={role === 'button' ? undefined : role}
      tabIndex={props.tabIndex}
      aria-label={label}
      aria-hidden={hidden}
      aria-checked={checked}
      aria-selected={selected}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
      aria-busy={busy}
      aria-describedby={describedBy}
    >
      {props.children}
    </button>
  );
}

export function Link({ to, current, label, hidden: _, className, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      {...rest}
      className={cx('tap', className)}
      href={hrefOf(to)}
      onClick={follow}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

export function Img({ src, width, height, alt = '', className, style }: ImgProps) {
  return (
    <img
      src={src}
      alt={alt}
      width={width}
      height={height}
      className={cx('img', className)}
      style={style}
      draggable={false}
    />
  );
}

const mode = { text: 'text', search: 'search', number: 'numeric', decimal: 'decimal', tel: 'tel' } as const;

export function Input(props: InputProps) {
  const { kind = 'text', onEnter } = props;
  return (
    <input
      id={props.id}
      className={props.className}
      type={kind === 'tel' || kind === 'search' ? kind : 'text'}
      inputMode={mode[kind]}
      value={props.value}
      maxLength={props.max ?? 140}
      placeholder={props.placeholder}
      autoComplete="off"
      onChange={(event) => props.onChange(event.target.value)}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
      aria-label={props.id ? undefined : props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
    />
  );
}

export function TextArea(props: InputProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  // Grows with its text, so that nothing that was written is out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = ref.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [props.value]);
  return (
    <textarea
      ref={ref}
      id={props.id}
      className={props.className}
      rows={2}
      value={props.value}
      maxLength={props.max ?? 500}
      placeholder={props.placeholder}
      onChange={(event) => props.onChange(event.target.value)}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      aria-label={props.id ? undefined : props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
    />
  );
}

export function Choice({ options, placeholder, value, onChange, label, invalid, describedBy, ...rest }: ChoiceProps) {
  return (
    <select
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-label={rest.id ? undefined : label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
    >
      {!options.some((option) => option.value === value) && <option value={value}>{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.word}
        </option>
      ))}
    </select>
  );
}

export function When({
  kind,
  value,
  onChange,
  from,
  to,
  label,
  invalid,
  describedBy,
  placeholder: _,
  ...rest
}: WhenProps) {
  return (
    <input
      {...rest}
      type={kind}
      value={value}
      min={from}
      max={to}
      onChange={(event) => onChange(event.target.value)}
      aria-label={rest.id ? undefined : label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
    />
  );
}
