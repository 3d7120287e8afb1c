import { Box, FailureBlock, OfflineBanner, Section, Skeleton, StateBlock, Steps } from '@/ui';
import { LiveCode } from '@/ui/LiveCode';
import { ScanSample } from './ScanSample';

const none = () => undefined;

export function States() {
  return (
    <Box>
      <ScanSample />
      <Section title="实时码">
        <Box style={{ margin: '0 -16px', padding: '24px 16px', background: '#082f3a' }}>
          <LiveCode text="https://example.cn/v?k=AbCdEfGhIjKlMnOpQrStUvWxYz012345" left={9} />
        </Box>
      </Section>
      <Section title="空">
        <StateBlock title="今天没有安排" note="到企业后直接扫码，也能签到" action={{ word: '扫码签到', onTap: none }} />
      </Section>
      <Section title="断网">
        <OfflineBanner asOf={1_789_524_120_000} />
        <FailureBlock failure={{ ok: false, code: 'offline', message: '' }} onAgain={none} />
      </Section>
      <Section title="出错">
        <FailureBlock failure={{ ok: false, code: 'broken', message: '' }} onAgain={none} />
      </Section>
      <Section title="无权查看">
        <StateBlock
          icon="lock"
          title="这是密云区的记录"
          note="您的权限限于延庆区，可向市科协创新服务中心申请"
          action={{ word: '查看我的权限', onTap: none }}
        />
      </Section>
      <Section title="正在打开">
        <Skeleton rows={2} />
      </Section>
      <Section title="下一步">
        <Steps
          steps={[
            { what: '请周明远老师打开手机上的实时码', how: '首页 › 今天的服务 › 出示实时码' },
            { what: '当面再扫一次', how: '您填好的内容还在，不用重填' },
          ]}
        />
      </Section>
    </Box>
  );
}
