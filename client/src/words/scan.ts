/** What the scanner says. */
export const scanWords = {
  title: '对准签到码',
  typingTitle: '输入码',
  starting: '正在打开相机…',
  denied: '没有相机权限。请在浏览器设置里允许，或用下面的办法。',
  none: '这台设备没有可用的相机，可以用下面的办法。',
  fromPicture: '从图片识别',
  noCode: '图里没有找到码，请换一张清楚、完整的。',
  byHand: '手动输入',
  camera: '用相机扫',
  field: '码或链接',
  fieldHint: '在微信里长按码图，识别后复制链接，粘贴到这里',
  empty: '请先粘贴或输入码',
  use: '用这个码',
} as const;
