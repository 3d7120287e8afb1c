import {
  Image,
  Picker,
  Input as TaroInput,
  Text as TaroText,
  Textarea as TaroTextarea,
  View,
} from '@tarojs/components';
import { go } from '../platform/route';
import type {
  Block,
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
import { given } from './given';

/** A length in px at a width of 375, for inline styles. */
export const len = (px: number): string => `${px * 2}rpx`;

const role: Partial<Record<Block, string>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  nav: 'navigation',
  main: 'main',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
};

export function Box({ as = 'div', role: own, label, hidden, live, busy: _, className, children, ...rest }: BoxProps) {
  const marks = {
    ...rest,
    className: cx(as !== 'div' && `as-${as}`, className),
    'aria-role': own ?? role[as],
    'aria-label': label,
    'aria-hidden': hidden,
    'aria-live': live,
  };
  return <View {...given(marks)}>{children}</View>;
}

export function Text({ strong, label, hidden, className, children, ...rest }: TextProps) {
  const marks = {
    ...rest,
    className: cx(strong && 'as-strong', className),
    'aria-label': label,
    'aria-hidden': hidden,
  };
  return <TaroText {...given(marks)}>{children}</TaroText>;
}

export function Label({ of: _, className, children }: LabelProps) {
  return <View className={cx(className)}>{children}</View>;
}

export function Tap(props: TapProps) {
  const { onTap, role: own, label, hidden, checked, selected, expanded, current, busy } = props;
  const marks = {
    id: props.id,
    className: cx('tap', props.className),
    style: props.style,
    'aria-role': own ?? 'button',
    'aria-label': label,
    'aria-hidden': hidden,
    'aria-checked': checked,
    'aria-selected': selected ?? current,
    'aria-expanded': expanded,
    'aria-disabled': busy,
  };
  return (
    <View {...given(marks)} hoverClass="tap-down" hoverStayTime={60} onClick={onTap}>
      {props.children}
    </View>
  );
}

export function Link({ to, current, ...rest }: LinkProps) {
  return <Tap {...rest} role="link" current={current} onTap={() => go(to)} />;
}

export function Img({ src, width, height, alt = '', className, style }: ImgProps) {
  const marks = { 'aria-label': alt || undefined, 'aria-hidden': alt === '' ? true : undefined };
  return (
    <Image
      {...given(marks)}
      src={src}
      className={cx('img', className)}
      style={{ width: len(width), height: len(height), ...style }}
    />
  );
}

const keyboard = { text: 'text', search: 'text', number: 'number', decimal: 'digit', tel: 'number' } as const;

const inputMarks = (props: InputProps) =>
  given({
    id: props.id,
    className: props.className,
    placeholder: props.placeholder,
    focus: props.focus,
    onFocus: props.onFocus,
    onBlur: props.onBlur,
    'aria-label': props.label,
  });

export function Input(props: InputProps) {
  return (
    <TaroInput
      {...inputMarks(props)}
      value={props.value}
      type={keyboard[props.kind ?? 'text']}
      maxlength={props.max ?? 140}
      placeholderClass="placeholder"
      cursorSpacing={120}
      onInput={(event) => props.onChange(event.detail.value)}
      onConfirm={() => props.onEnter?.()}
    />
  );
}

export function TextArea(props: InputProps) {
  return (
    <TaroTextarea
      {...inputMarks(props)}
      value={props.value}
      maxlength={props.max ?? 500}
      placeholderClass="placeholder"
      cursorSpacing={140}
      autoHeight
      disableDefaultPadding
      onInput={(event) => props.onChange(event.detail.value)}
    />
  );
}

/** The value and its label, said as one: a Picker is silent to a screen reader without it. */
const said = (label: string, word: string | undefined) => `${label}：${word ?? ''}`;

export function Choice({ className, label, value, onChange, options, placeholder }: ChoiceProps) {
  const index = options.findIndex((option) => option.value === value);
  const word = options[index]?.word;
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.word)}
      value={Math.max(index, 0)}
      onChange={(event) => onChange(options[Number(event.detail.value)]?.value ?? '')}
    >
      <View
        className={cx(className, word === undefined && 'placeholder')}
        aria-role="button"
        aria-label={said(label, word)}
      >
        {word ?? placeholder}
      </View>
    </Picker>
  );
}

export function When({ className, label, kind, value, onChange, from = '', to = '', placeholder }: WhenProps) {
  const field = (
    <View className={cx(className, value === '' && 'placeholder')} aria-role="button" aria-label={said(label, value)}>
      {value || placeholder}
    </View>
  );
  return (
    <Picker mode={kind} value={value} start={from} end={to} onChange={(event) => onChange(event.detail.value)}>
      {field}
    </Picker>
  );
}
