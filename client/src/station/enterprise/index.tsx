import { useState } from 'react';
import { type Standing, useRole } from '@/features/roles';
import { DesignateSheet } from '@/features/station/DesignateSheet';
import { EnterpriseFacts, type Qualification, Qualifications } from '@/features/station/EnterpriseFacts';
import { EnterpriseVisits } from '@/features/station/EnterpriseVisits';
import { Poster } from '@/features/station/Poster';
import { VerifySheet } from '@/features/station/VerifySheet';
import { useCall } from '@/gateway';
import { pageParams } from '@/platform/params';
import { useWide } from '@/platform/width';
import { Box, Button, Loaded, Page, Section, StateBlock, Tag, toast } from '@/ui';

const isStation = ({ role }: Standing): boolean => role === 'stationLead' || role === 'stationContact';
const mayVerify = ({ role }: Standing): boolean => role === 'district' || role === 'center';
/** A station and a district see the services of their own stations, by station: not those of an enterprise as a whole. */
const seesAllVisits = ({ kind }: Standing): boolean => kind === 'enterprise' || kind === 'city';
const mayPoster = (standing: Standing): boolean =>
  isStation(standing) || mayVerify(standing) || standing.kind === 'enterprise';

type Open = 'designate' | { readonly verify: Qualification | undefined };

/** 企业: what it is, its certificates, its services, and the code for its door. */
export default function EnterprisePage() {
  const wide = useWide();
  const [{ id }] = useState(pageParams);
  const { me, standing } = useRole();
  const called = useCall('enterprise.get', id === undefined || !standing ? null : { enterpriseId: id });
  const [open, setOpen] = useState<Open>();
  const enterprise = called.data?.enterprise;
  const today = me.data?.today;
  const done = (said: string) => {
    setOpen(undefined);
    toast(said);
    called.reload();
  };
  const poster = enterprise && standing && mayPoster(standing) && (
    <Poster enterpriseId={enterprise.id} name={enterprise.name} shortCode={enterprise.shortCode} />
  );
  const designate = standing && isStation(standing) && standing.stationId !== undefined && today && enterprise && (
    <Button
      kind={wide ? 'primary' : 'plain'}
      icon="star"
      word="指定为重点服务企业"
      onTap={() => setOpen('designate')}
    />
  );
  return (
    <Page
      title={wide && enterprise ? enterprise.name : '企业'}
      tags={enterprise?.zjtx && <Tag word="专精特新" />}
      meta={enterprise && `${enterprise.districtName} · 企业码 ${enterprise.shortCode}`}
      actions={designate}
      side={poster}
    >
      {id === undefined && <StateBlock icon="building" title="没有说明是哪家企业" note="请从企业名录打开。" />}
      {id !== undefined && (
        <Loaded of={called}>
          {(data) => (
            <>
              {!wide && (
                <Box as="h2" className="title" style={{ marginBottom: '10px' }}>
                  {data.enterprise.name}
                </Box>
              )}
              <EnterpriseFacts enterprise={data.enterprise} />
              {standing && today && (
                <>
                  <Qualifications
                    enterprise={data.enterprise}
                    today={today}
                    onVerify={mayVerify(standing) ? (known) => setOpen({ verify: known }) : undefined}
                  />
                  {seesAllVisits(standing) && <EnterpriseVisits enterpriseId={data.enterprise.id} today={today} />}
                </>
              )}
              {!wide && designate && <Box style={{ marginTop: '18px' }}>{designate}</Box>}
              {!wide && poster && <Section title="签到码">{poster}</Section>}
            </>
          )}
        </Loaded>
      )}
      {open === 'designate' && enterprise && standing?.stationId !== undefined && today && (
        <DesignateSheet
          stationId={standing.stationId}
          year={Number(today.slice(0, 4))}
          today={today}
          enterprise={enterprise}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
      {open !== undefined && open !== 'designate' && enterprise && (
        <VerifySheet
          enterpriseId={enterprise.id}
          known={open.verify}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
    </Page>
  );
}
