import { Columns } from '@/features/home/Columns';
import { Ratings } from '@/features/me/Ratings';
import { Roles } from '@/features/me/Roles';
import { Privacy, Settings } from '@/features/me/Settings';
import { SignOut } from '@/features/me/SignOut';
import styles from '@/features/me/Me.module.scss';
import { Who } from '@/features/me/Who';
import { useRole } from '@/features/roles';
import { useReturn } from '@/platform/return';
import { Box, Loaded, Page } from '@/ui';
import { meWords as words } from '@/words/me';
import about from '../../../../package.json';

const h5 = process.env.TARO_ENV === 'h5';

/** 我的: who I am, as what, and the few things to set. */
export default function MePage() {
  const { me, standing, standings } = useRole();
  useReturn(me.reload);
  return (
    <Page title={words.title} tab="me">
      <Loaded of={me}>
        {(data) =>
          standing && (
            <>
              <Who person={data.person} />
              <Columns
                main={
                  <>
                    <Roles me={data} standing={standing} standings={standings} />
                    {data.grants.some((grant) => grant.role === 'commissioner') && <Ratings />}
                  </>
                }
                aside={<Settings me={data} />}
              />
              <Privacy />
              {h5 && <SignOut />}
              <Box className={styles.foot}>{words.version(about.version)}</Box>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
