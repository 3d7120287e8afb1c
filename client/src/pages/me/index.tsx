import { Columns } from '@/features/home/Columns';
import styles from '@/features/me/Me.module.scss';
import { Ratings } from '@/features/me/Ratings';
import { Roles } from '@/features/me/Roles';
import { Privacy, Settings } from '@/features/me/Settings';
import { SignOut } from '@/features/me/SignOut';
import { Who } from '@/features/me/Who';
import { useRole } from '@/features/roles';
import { useReturn } from '@/platform/return';
import { useWide } from '@/platform/width';
import { Box, Loaded, Page } from '@/ui';
import { meWords as words } from '@/words/me';
import about from '../../../../package.json';

const h5 = process.env.TARO_ENV === 'h5';

/** 我的: who I am, as what, and the few things to set. */
export default function MePage() {
  const { me, standing, standings } = useRole();
  const wide = useWide();
  useReturn(me.reload);
  return (
    <Page title={words.title} tab="me">
      <Loaded of={me}>
        {(data) =>
          standing && (
            <>
              <Who person={data.person} />
              <Box className={styles.columns}>
                <Columns
                  main={
                    <>
                      <Roles me={data} standing={standing} standings={standings} />
                      {data.grants.some((grant) => grant.role === 'commissioner') && <Ratings />}
                      {wide && <Privacy />}
                    </>
                  }
                  aside={<Settings me={data} />}
                />
              </Box>
              {!wide && <Privacy />}
              {h5 && <SignOut />}
              <Box className={styles.foot}>{words.version(about.version)}</Box>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
