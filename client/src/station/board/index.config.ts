export default definePageConfig({ navigationBarTitleText: '全市站点' });
