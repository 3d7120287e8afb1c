import { Box, cx, Field, Tap } from '@/ui';
import { partyKinds, checkInWords as words } from '@/words/check-in-page';
import styles from './CheckIn.module.scss';
import { asksKind, asksName, type Field as FieldName, type Form, orgOf, type Resolved } from './form';

export const idOf = (field: FieldName): string => `check-in-${field}`;

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly id?: string;
  readonly options: readonly { readonly value: T; readonly word: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
}

/** One of a few, all in sight. */
function Choice<T extends string>({ label, id, options, value, onChange, error }: ChoiceProps<T>) {
  return (
    <Box className={styles.choice} role="radiogroup" label={label} id={id}>
      <Box className={styles.choiceLabel}>{label}</Box>
      <Box className={styles.chips}>
        {options.map((option) => (
          <Tap
            key={option.value}
            role="radio"
            checked={option.value === value}
            className={cx(styles.chip, option.value === value && styles.chosen)}
            onTap={() => onChange(option.value)}
          >
            {option.word}
          </Tap>
        ))}
      </Box>
      {error !== undefined && (
        <Box className={styles.wrong} role="alert">
          {error}
        </Box>
      )}
    </Box>
  );
}

interface Props {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  readonly resolved: Resolved | undefined;
  /** From the server: field → what is wrong. */
  readonly wrong: Readonly<Record<string, string>>;
}

/** Which side, and what the article asks for: 工作单位, 职务, 拟解决需求. */
export function Fields({ form, change, resolved, wrong }: Props) {
  const sides = resolved?.sides ?? [];
  const filled = resolved !== undefined && form.need !== '' && form.need === resolved.prefill.need;
  return (
    <Box className={styles.fields}>
      {sides.length > 1 && (
        <Choice
          label={words.youAre}
          options={sides.map((side) => ({ value: side, word: words.side(side) }))}
          value={form.side}
          onChange={(side) => change({ side })}
        />
      )}
      {asksKind(form, resolved) && (
        <Choice
          label={words.kind}
          id={idOf('partyKind')}
          options={partyKinds.map((kind) => ({ value: kind, word: kind }))}
          value={form.partyKind}
          onChange={(partyKind) => change({ partyKind })}
          error={wrong.partyKind}
        />
      )}
      <Field
        id={idOf('orgName')}
        label={words.orgName}
        value={orgOf(form)}
        onChange={(text) => change(form.side === 'party' ? { partyOrg: text } : { orgName: text })}
        max={100}
        error={wrong.orgName}
      />
      <Field
        id={idOf('title')}
        label={words.job}
        value={form.title}
        onChange={(title) => change({ title })}
        max={60}
        placeholder={words.jobHint}
        error={wrong.title}
      />
      <Field
        id={idOf('need')}
        kind="area"
        label={words.need}
        value={form.need}
        onChange={(need) => change({ need })}
        max={500}
        placeholder={words.needHint}
        hint={filled ? words.prefilled : undefined}
        error={wrong.need}
      />
      {asksName(form, resolved) && (
        <Field
          id={idOf('name')}
          label={words.name}
          value={form.name}
          onChange={(name) => change({ name })}
          max={40}
          optional
          error={wrong.name}
        />
      )}
    </Box>
  );
}
