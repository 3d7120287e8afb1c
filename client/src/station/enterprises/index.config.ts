export default definePageConfig({ navigationBarTitleText: '企业与签到码' });
