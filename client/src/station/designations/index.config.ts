export default definePageConfig({ navigationBarTitleText: '重点服务企业' });
