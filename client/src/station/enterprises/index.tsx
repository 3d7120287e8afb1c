import { DISTRICT_CODES, districtName } from '@shared/enterprise/districts';
import { districtOfStation } from '@shared/station/station-id';
import { useState } from 'react';
import { type Standing, useRole } from '@/features/roles';
import { EnterpriseList } from '@/features/station/EnterpriseList';
import { PrintAll } from '@/features/station/PrintAll';
import styles from '@/features/station/Search.module.scss';
import { useEnterprises, useSettled } from '@/features/station/use-enterprises';
import { useWide } from '@/platform/width';
import { Box, Field, Page, Select } from '@/ui';

/** The district that a person keeps to; undefined for those who look at the whole city. */
const ownDistrict = ({ stationId, district }: Standing): string | undefined =>
  district ?? (stationId === undefined ? undefined : districtOfStation(stationId));
const mayPrint = ({ role }: Standing): boolean =>
  role === 'stationLead' || role === 'stationContact' || role === 'district' || role === 'center';

/** 企业与签到码: the register, and the codes of a district for printing. */
export default function EnterprisesPage() {
  const wide = useWide();
  const { standing } = useRole();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const query = useSettled(typed).trim();
  const own = standing && ownDistrict(standing);
  const district = own ?? (chosen === '' ? undefined : chosen);
  const pages = useEnterprises(standing ? { ...(district && { district }), ...(query !== '' && { query }) } : null);
  const print = standing && mayPrint(standing) && district !== undefined && (
    <PrintAll key={district} district={district} />
  );
  return (
    <Page
      title="企业与签到码"
      meta={own ? districtName(own) : '签到码印出来贴在企业门口，只说明这是哪家企业'}
      actions={print || undefined}
      dock={wide ? undefined : print || undefined}
    >
      <Box className={styles.search}>
        <Box className={styles.field}>
          <Field
            kind="search"
            label="找企业"
            placeholder="名称、企业码、产业"
            value={typed}
            onChange={setTyped}
            max={60}
          />
        </Box>
        {standing && own === undefined && (
          <Box className={styles.select}>
            <Select
              label="所在区"
              value={chosen}
              onChange={setChosen}
              options={[
                { value: '', word: '全市' },
                ...DISTRICT_CODES.map((code) => ({ value: code as string, word: districtName(code) })),
              ]}
            />
          </Box>
        )}
      </Box>
      <EnterpriseList pages={pages} query={query} />
    </Page>
  );
}
