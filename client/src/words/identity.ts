/** Who one is, and how one gets in. */
export const identityWords = {
  title: '登录',
  heading: '进入千人进千企',
  lead: '产业特派员进企业：双方扫码签到，企业评价，站点进度一目了然。',
  demoHeading: '演示：选一个人进入',
  demoNote: '都是虚构的人和企业。随时可以在“我的”里换一个人。',
  enterAs: (name: string) => `以${name}的身份进入`,
  scanHeading: '要签到？',
  scanNote: '不用登录，也不用注册',
  scan: '扫码签到',
  invitationHeading: '有邀请码？',
  invitation: '邀请码',
  invitationHint: '由区科协或市科协创新服务中心发给您，7 天内有效',
  invitationMissing: '请先填写邀请码',
  use: '使用邀请码',
  joined: (role: string) => `已获得角色：${role}`,
  weChatTitle: '请用微信扫一扫打开',
  weChatLead: '签到要知道您是谁，所以请在微信里打开。不用注册，也不用下载。',
  weChatSteps: [
    { what: '打开微信，点“扫一扫”', how: '首页右上角的 ＋ 里' },
    { what: '对准海报或对方手机上的码', how: '会直接打开签到页' },
  ],
} as const;
