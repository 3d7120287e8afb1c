import type { Output } from '@/gateway';
import { Box, Button, Card, ListRow, Section, StatusTag } from '@/ui';
import { fullDay } from '@/words/dates';
import styles from './EnterpriseFacts.module.scss';

export type Enterprise = Output<'enterprise.get'>['enterprise'];
export type Qualification = Enterprise['qualifications'][number];

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Box className={styles.fact}>
      <Box className={styles.name}>{name}</Box>
      <Box className={styles.value}>{value}</Box>
    </Box>
  );
}

/** What is known of an enterprise. Its registration code and contacts are there only for whom they are meant. */
export function EnterpriseFacts({ enterprise }: { readonly enterprise: Enterprise }) {
  const { shortCode, districtName, address, industry, uscc, contacts } = enterprise;
  return (
    <Card>
      <Fact name="企业码" value={shortCode} />
      <Fact name="所在区" value={districtName} />
      <Fact name="地址" value={address} />
      <Fact name="产业" value={industry} />
      {uscc !== '' && <Fact name="统一社会信用代码" value={uscc} />}
      {contacts.length > 0 && <Fact name="联系人" value={contacts.map(({ name }) => name).join('、')} />}
    </Card>
  );
}

interface QualificationsProps {
  readonly enterprise: Enterprise;
  readonly today: string;
  /** Undefined for those who do not verify. */
  readonly onVerify: ((known: Qualification | undefined) => void) | undefined;
}

const standing = ({ verified, validFrom, validThrough }: Qualification, today: string) => {
  if (validThrough < today) return <StatusTag standing="excluded" word="已到期" />;
  if (today < validFrom) return <StatusTag standing="excluded" word="未生效" />;
  return verified ? <StatusTag standing="counted" word="已核验" /> : <StatusTag standing="pending" word="待核验" />;
};

/** Certificates with their validity; for the district, what verifies them. */
export function Qualifications({ enterprise, today, onVerify }: QualificationsProps) {
  const { qualifications } = enterprise;
  return (
    <Section
      title="专精特新等资质"
      more={onVerify && <Button small kind="tint" word="登记证书" onTap={() => onVerify(undefined)} />}
    >
      <Card>
        {qualifications.length === 0 && <Box className={styles.none}>没有登记过证书。</Box>}
        {qualifications.map((one) => (
          <ListRow
            key={one.id}
            name={one.level}
            why={`${fullDay(one.validFrom)}至 ${fullDay(one.validThrough)}`}
            aside={
              one.verified || !onVerify ? (
                standing(one, today)
              ) : (
                <Button small kind="tint" word="核验" onTap={() => onVerify(one)} />
              )
            }
          />
        ))}
      </Card>
    </Section>
  );
}
