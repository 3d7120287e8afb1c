import { codeFrom, tokenIn } from '../../client/src/features/check-in/code';
import {
  asksKind,
  asksName,
  firstForm,
  inputOf,
  missingField,
  type Resolved,
} from '../../client/src/features/check-in/form';
import { mainFinding, needsFreshCode, nextSteps } from '../../client/src/features/check-in/next-step';

const TOKEN = 'QT5kHQ0nXw2m7Zt4VbK9sLp3cR8yJdUe';

describe('打开签到页时带来的码', () => {
  // 带来的参数 → 码
  test.each<[string, Record<string, string>, string | undefined]>([
    ['自己的链接', { k: TOKEN }, TOKEN],
    ['小程序码', { scene: TOKEN }, TOKEN],
    ['微信扫普通链接', { q: `https://example.org/v?k=${TOKEN}` }, TOKEN],
    ['链接后面还有参数', { q: `https://example.org/v?from=x&k=${TOKEN}&y=1#z` }, TOKEN],
    ['手动打开，没有码', {}, undefined],
    ['空的码', { k: ' ' }, undefined],
  ])('%s', (_, params, code) => expect(codeFrom(params)).toBe(code));

  test('扫到的小程序路径、带编码的码和裸码都认得', () => {
    expect(tokenIn(`pages/scan/index?scene=${TOKEN}`)).toBe(TOKEN);
    expect(tokenIn('https://example.org/v?k=A%2DB')).toBe('A-B');
    expect(tokenIn('https://example.org/v?k=%E0%A4%A')).toBe('%E0%A4%A');
    expect(tokenIn(`  ${TOKEN} `)).toBe(TOKEN);
  });
});

const resolved = (more: Partial<Resolved> = {}): Resolved => ({
  kind: 'visit',
  enterprise: { id: 'E1', name: '北京青穗传感技术有限公司' },
  visitId: 'V1',
  state: 'specialist_in',
  commissioners: [{ id: 'P1', name: '周明远' }],
  topic: '封接工艺诊断',
  side: 'enterprise',
  sides: ['enterprise', 'party'],
  findings: [],
  pass: 'PASS',
  prefill: { orgName: '北京青穗传感技术有限公司', title: '', need: '封接工艺诊断', name: '' },
  ...more,
});
const sending = { code: TOKEN, nonce: 'n-12345678', claimedAt: '2026-09-16T02:05:00.000Z' };

describe('签到表', () => {
  test('来宾只差职务；填上就不差了，不用选方，送去的是换来的通行码', () => {
    const code = resolved();
    const form = firstForm(code, undefined);
    expect(missingField(form, code)).toBe('title');
    const filled = { ...form, title: '技术总监' };
    expect(missingField(filled, code)).toBeUndefined();
    expect(inputOf({ ...sending, form: filled, resolved: code })).toEqual({
      nonce: 'n-12345678',
      code: 'PASS',
      orgName: '北京青穗传感技术有限公司',
      title: '技术总监',
      need: '封接工艺诊断',
      claimedAt: '2026-09-16T02:05:00.000Z',
      side: 'enterprise',
    });
  });

  test('改成参与对接单位：企业名不跟过去，要选单位类型；改回来企业名还在', () => {
    const code = resolved();
    const party = { ...firstForm(code, undefined), side: 'party' as const, title: '秘书长' };
    expect(asksKind(party, code)).toBe(true);
    expect(missingField(party, code)).toBe('partyKind');
    expect(missingField({ ...party, partyKind: '学协会' }, code)).toBe('orgName');
    const filled = { ...party, partyKind: '学协会' as const, partyOrg: '京畿传感技术学会' };
    expect(inputOf({ ...sending, form: filled, resolved: code })).toMatchObject({
      orgName: '京畿传感技术学会',
      side: 'party',
      partyKind: '学协会',
    });
    expect(inputOf({ ...sending, form: { ...filled, side: 'enterprise' }, resolved: code })).toMatchObject({
      orgName: '北京青穗传感技术有限公司',
      side: 'enterprise',
    });
  });

  test('有职务在身的人不问单位类型，只有一方可选时不送方', () => {
    const code = resolved({
      side: 'party',
      sides: ['party'],
      prefill: { orgName: '延庆区科协', title: '干部', need: '随访', name: '陈静' },
    });
    const form = firstForm(code, undefined);
    expect(asksKind(form, code)).toBe(false);
    expect(missingField(form, code)).toBeUndefined();
    const input = inputOf({ ...sending, form, resolved: code });
    expect('side' in input).toBe(false);
    expect('partyKind' in input).toBe(false);
  });

  test('已知姓名的特派员不再问姓名', () => {
    const known = resolved({
      side: 'specialist',
      sides: ['specialist'],
      prefill: { orgName: '所', title: '研究员', need: '', name: '周明远' },
    });
    expect(asksName(firstForm(known, undefined), known)).toBe(false);
    expect(asksName(firstForm(resolved(), undefined), resolved())).toBe(true);
  });

  test('没有网络：用手机里上次的内容填好，送原码；只有空格不算填了', () => {
    const last = { orgName: '北辰先进材料研究院', title: '研究员', need: '改进封接工艺', name: '周明远' };
    const form = firstForm(undefined, last);
    expect(missingField(form, undefined)).toBeUndefined();
    expect(inputOf({ ...sending, form, resolved: undefined })).toMatchObject({
      code: TOKEN,
      orgName: '北辰先进材料研究院',
    });
    expect(missingField({ ...form, need: ' \n' }, undefined)).toBe('need');
  });
});

describe('被拒绝之后做什么', () => {
  const refused = (...codes: string[]) => ({
    code: 'refused' as const,
    findings: codes.map((because) => ({ verdict: 'unmet', because, facts: {} })),
  });

  // 原因 → 能打开这次服务时、不能打开时的第一步
  test.each([
    ['code-expired', 'rescan', 'rescan'],
    ['code-forged', 'rescan', 'rescan'],
    ['live-code-needed', 'rescan', 'rescan'],
    ['visit-over', 'visit', 'rescan'],
    ['wrong-day', 'visit', 'rescan'],
    ['same-person-other-side', 'visit', 'rescan'],
    ['other-side-too-late', 'make-up', 'rescan'],
    ['a-code-of-tomorrow', 'rescan', 'rescan'],
  ])('%s', (because, seen, unseen) => {
    expect(nextSteps(refused(because), true)[0]).toBe(seen);
    expect(nextSteps(refused(because), false)[0]).toBe(unseen);
  });

  test('服务器出错时先再试', () => expect(nextSteps({ code: 'broken' }, true)[0]).toBe('again'));

  test('几个原因一起来：说最要紧的，注意事项不算', () => {
    const { findings } = refused('same-person-other-side', 'live-code-needed', 'visit-over');
    expect(mainFinding(findings)?.because).toBe('visit-over');
    expect(mainFinding(findings.slice(0, 2))?.because).toBe('live-code-needed');
    expect(mainFinding([{ verdict: 'warned', because: 'org-differs', facts: {} }])).toBeUndefined();
    expect(needsFreshCode('code-used')).toBe(true);
    expect(needsFreshCode('visit-over')).toBe(false);
  });
});
