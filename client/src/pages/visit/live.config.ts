export default definePageConfig({
  navigationBarTitleText: '请企业扫码',
  navigationBarBackgroundColor: '#082f3a',
  navigationBarTextStyle: 'white',
});
