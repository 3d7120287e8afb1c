import type { CSSProperties, ReactNode } from 'react';

/** Blocks by meaning: on H5 the real element, in the mini-program a View with the nearest role. */
export type Block =
  | 'div'
  | 'section'
  | 'main'
  | 'nav'
  | 'header'
  | 'footer'
  | 'aside'
  | 'article'
  | 'p'
  | 'span'
  | 'strong'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'blockquote';

type Maybe<T> = T | undefined;

/** What every element can carry. `label` is what a screen reader says; `hidden` takes it out of its sight only. */
export interface Marks {
  readonly id?: Maybe<string>;
  readonly className?: Maybe<string>;
  readonly style?: Maybe<CSSProperties>;
  readonly label?: Maybe<string>;
  readonly hidden?: Maybe<boolean>;
}

export interface BoxProps extends Marks {
  readonly as?: Maybe<Block>;
  readonly role?: Maybe<string>;
  readonly live?: Maybe<'polite' | 'assertive'>;
  readonly busy?: Maybe<boolean>;
  readonly children?: ReactNode;
}

export interface TextProps extends Marks {
  /** `strong` is bold, and said so. */
  readonly strong?: Maybe<boolean>;
  readonly children?: ReactNode;
}

/** Anything that can be pressed: a button unless `role` says otherwise. */
export interface TapProps extends Marks {
  readonly onTap: () => void;
  readonly role?: Maybe<'button' | 'tab' | 'radio' | 'checkbox' | 'switch' | 'link'>;
  readonly checked?: Maybe<boolean>;
  readonly selected?: Maybe<boolean>;
  readonly expanded?: Maybe<boolean>;
  readonly current?: Maybe<boolean>;
  readonly busy?: Maybe<boolean>;
  /** H5 only: -1 keeps it out of the tab order (the others of a radio group). */
  readonly tabIndex?: Maybe<number>;
  /** H5 only: arrow keys inside a group. */
  readonly onKey?: Maybe<(key: string) => boolean>;
  readonly describedBy?: Maybe<string>;
  readonly children?: ReactNode;
}

/** A way to another page: a real address on H5, so that it opens in a new tab and shows where it leads. */
export interface LinkProps extends Marks {
  readonly to: string;
  readonly current?: Maybe<boolean>;
  readonly children?: ReactNode;
}

export interface LabelProps {
  /** The id of the input that it names. */
  readonly of: string;
  readonly className?: Maybe<string>;
  readonly children?: ReactNode;
}

/** `alt` empty: decoration. Sizes in px at a width of 375. */
export interface ImgProps {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt?: Maybe<string>;
  readonly className?: Maybe<string>;
  readonly style?: Maybe<CSSProperties>;
}

export interface InputProps {
  readonly id?: Maybe<string>;
  readonly className?: Maybe<string>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: Maybe<string>;
  readonly kind?: Maybe<'text' | 'number' | 'decimal' | 'tel' | 'search'>;
  /** Longest text that can be entered. */
  readonly max?: Maybe<number>;
  readonly invalid?: Maybe<boolean>;
  readonly describedBy?: Maybe<string>;
  readonly focus?: Maybe<boolean>;
  readonly onFocus?: Maybe<() => void>;
  readonly onBlur?: Maybe<() => void>;
  readonly onEnter?: Maybe<() => void>;
}

export interface ChoiceProps {
  readonly id?: Maybe<string>;
  readonly className?: Maybe<string>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly word: string }[];
  readonly placeholder?: Maybe<string>;
  readonly invalid?: Maybe<boolean>;
  readonly describedBy?: Maybe<string>;
}

/** `value` is YYYY-MM-DD or HH:mm, empty while unset. */
export interface WhenProps {
  readonly id?: Maybe<string>;
  readonly className?: Maybe<string>;
  readonly label: string;
  readonly kind: 'date' | 'time';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly placeholder?: Maybe<string>;
  readonly invalid?: Maybe<boolean>;
  readonly describedBy?: Maybe<string>;
}
