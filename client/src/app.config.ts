const h5 = process.env.TARO_ENV === 'h5';
// The sheet of all components, for whoever works on them; never part of a release.
const kit = process.env.KIT === '1' ? ['kit/index'] : [];

export default defineAppConfig({
  // The main package holds what a phone opens first; everything else comes when it is asked for.
  pages: [
    'pages/home/index',
    // Only the web entry asks who one is: in WeChat the platform knows.
    ...(h5 ? ['pages/sign-in/index'] : []),
    ...kit,
  ],
  subPackages: [
    { root: 'pages/scan', pages: ['index'] },
    { root: 'pages/visit', pages: ['index', 'live', 'service'] },
    { root: 'pages/rate', pages: ['index'] },
    { root: 'pages/visits', pages: ['index'] },
    { root: 'pages/plan', pages: ['index'] },
    { root: 'pages/notices', pages: ['index'] },
    { root: 'pages/me', pages: ['index'] },
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
