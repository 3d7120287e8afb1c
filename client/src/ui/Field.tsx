import { type ReactNode, useId, useState } from 'react';
import { useDevice } from '../state/device';
import { say } from '../words/kit';
import { Box, Choice, Input, Label, Text, TextArea, When } from './base';
import { cx } from './cx';
import styles from './Field.module.scss';
import { Icon } from './Icon';

interface Common {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly optional?: boolean | undefined;
  /** What is wrong and how it is right; announced. */
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  /** At the right of the label: a small action of this field. */
  readonly aside?: ReactNode;
  /** For a jump from the button that names what is missing. */
  readonly id?: string | undefined;
}

interface FieldProps extends Common {
  readonly kind?: 'text' | 'number' | 'decimal' | 'tel' | 'search' | 'area' | undefined;
  readonly max?: number | undefined;
  readonly focus?: boolean | undefined;
}

interface FrameProps {
  readonly field: Common;
  readonly id: string;
  readonly count?: string | undefined;
  readonly children: ReactNode;
}

function Head({ field, id, count }: Omit<FrameProps, 'children'>) {
  const large = useDevice((device) => device.large);
  const optional = field.optional ? say.optional : undefined;
  return (
    <Box className={styles.head}>
      <Label of={id} className={styles.label}>
        {field.label}
        {optional && large && `（${optional}）`}
      </Label>
      {field.aside ?? <Text className={cx(styles.opt, 'num')}>{count ?? (large ? '' : optional)}</Text>}
    </Box>
  );
}

/** Label above, help or error below; the same for every kind of input. */
function Frame({ field, id, count, children }: FrameProps) {
  return (
    <Box className={styles.field}>
      <Head field={field} id={id} count={count} />
      {children}
      <Box id={`${id}-help`} live="polite">
        {field.error !== undefined && (
          <Box className={cx(styles.help, styles.bad)}>
            <Icon name="alert" tone="unmet" size={18} weight={2.6} />
            <Box className={styles.helpText}>{field.error}</Box>
          </Box>
        )}
        {field.error === undefined && field.hint && <Box className={styles.help}>{field.hint}</Box>}
      </Box>
    </Box>
  );
}

/** Text of one line, or `area` for several; the counter shows from 80 % of the longest length. */
export function Field(props: FieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const { kind = 'text', max = kind === 'area' ? 500 : 140, value, error } = props;
  const [focused, setFocused] = useState(false);
  const count = value.length >= max * 0.8 ? say.counter(value.length, max) : undefined;
  const shared = {
    id,
    label: props.label,
    value,
    max,
    onChange: props.onChange,
    placeholder: props.placeholder,
    invalid: error !== undefined,
    describedBy: `${id}-help`,
    focus: props.focus,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    className: cx(
      styles.input,
      kind === 'area' && styles.area,
      focused && styles.focus,
      error !== undefined && styles.wrong,
    ),
  };
  return (
    <Frame field={props} id={id} count={count}>
      {kind === 'area' ? <TextArea {...shared} /> : <Input {...shared} kind={kind} />}
    </Frame>
  );
}

interface SelectProps extends Common {
  readonly options: readonly { readonly value: string; readonly word: string }[];
}

/** One of a few: the phone's own wheel, the browser's own list. */
export function Select(props: SelectProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <Frame field={props} id={id}>
      <Box className={styles.choice}>
        <Choice
          id={id}
          className={cx(styles.input, styles.picker, props.error !== undefined && styles.wrong)}
          label={props.label}
          value={props.value}
          onChange={props.onChange}
          options={props.options}
          placeholder={props.placeholder ?? say.choose}
          invalid={props.error !== undefined}
          describedBy={`${id}-help`}
        />
        <Box as="span" className={styles.arrow} hidden>
          <Icon name="down" tone="ink-3" size={18} />
        </Box>
      </Box>
    </Frame>
  );
}

interface DateFieldProps extends Common {
  readonly kind: 'date' | 'time';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A day (YYYY-MM-DD) or a time (HH:mm). */
export function DateField(props: DateFieldProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <Frame field={props} id={id}>
      <When
        id={id}
        className={cx(styles.input, styles.picker, 'num', props.error !== undefined && styles.wrong)}
        label={props.label}
        kind={props.kind}
        value={props.value}
        onChange={props.onChange}
        from={props.from}
        to={props.to}
        placeholder={props.placeholder ?? say.choose}
        invalid={props.error !== undefined}
        describedBy={`${id}-help`}
      />
    </Frame>
  );
}
