const h5 = process.env.TARO_ENV === 'h5';
// The sheet of all components, for whoever works on them; never part of a release.
const kit = process.env.KIT === '1' ? ['kit/index'] : [];

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/scan/index',
    'pages/visits/index',
    'pages/me/index',
    'pages/visit/index',
    'pages/plan/index',
    'pages/notices/index',
    'pages/visit/live',
    'pages/visit/service',
    'pages/rate/index',
    'pages/sign-in/index',
    ...kit,
  ],
  subPackages: [
    {
      root: 'station',
      pages: [
        'progress/index',
        'evidence/index',
        'board/index',
        'enterprises/index',
        'enterprise/index',
        'commissioners/index',
        'designations/index',
        'clauses/index',
        'settings/index',
      ],
    },
  ],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '千人进千企',
    navigationBarBackgroundColor: '#eff4f4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#eff4f4',
    backgroundTextStyle: 'dark',
  },
  // Pages change at once: a sliding page is unread time, and Taro would have to write <style> elements for it.
  ...(h5 ? { animation: false } : {}),
});
