import type { Failure } from '@/gateway';
import { focusOn } from '@/platform/focus';
import { Box, Button, FailureBlock, Page } from '@/ui';
import { checkInWords as words } from '@/words/check-in-page';
import styles from './CheckIn.module.scss';
import { Fields, idOf } from './Fields';
import { type Field, missingField, type Resolved } from './form';
import { Head } from './Head';
import { Privacy } from './Privacy';
import type { FormInUse } from './use-form';

const fieldWords: Readonly<Record<Field, string>> = {
  partyKind: words.kind,
  orgName: words.orgName,
  title: words.job,
  need: words.need,
  name: words.name,
};

interface Props {
  readonly resolved: Resolved | undefined;
  /** Known from earlier, where the code could not be read up. */
  readonly place: string;
  readonly inUse: FormInUse;
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  readonly onChange: () => void;
  readonly onSubmit: () => void;
}

function Unread({ place }: { readonly place: string }) {
  return (
    <Box as="header" className={styles.place}>
      <Box as="h2" className="title">
        {place || words.unread}
      </Box>
      <Box className="note ink2">{words.unreadNote}</Box>
    </Box>
  );
}

/** The three things that the article asks for, and one button. */
export function FormPage({ resolved, place, inUse, pending, failure, onChange, onSubmit }: Props) {
  const { form, change } = inUse;
  const missing = missingField(form, resolved);
  const specialist = form.side === 'specialist' || resolved === undefined;
  const first = !specialist && !resolved?.prefill.title;
  const submit = () => (missing ? focusOn(idOf(missing)) : onSubmit());
  const button = (
    <Button
      word={first ? words.agree : words.confirm}
      missing={missing && fieldWords[missing]}
      pending={pending}
      onTap={submit}
    />
  );
  return (
    <Page
      title={specialist ? words.title : form.side === 'party' ? words.title : words.enterpriseTitle}
      hint={first ? undefined : words.recorded}
      dock={
        first ? (
          <Box className={styles.dock}>
            <Privacy />
            {button}
          </Box>
        ) : (
          button
        )
      }
    >
      <Box className={styles.sheet}>
        {resolved ? <Head resolved={resolved} form={form} /> : <Unread place={place} />}
        <Fields
          form={form}
          resolved={resolved}
          wrong={failure?.fields ?? {}}
          change={(part) => {
            onChange();
            change(part);
          }}
        />
        {failure && !failure.fields && (
          <Box className={styles.failure}>
            <FailureBlock failure={failure} onAgain={onSubmit} />
          </Box>
        )}
      </Box>
    </Page>
  );
}
