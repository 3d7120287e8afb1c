export default definePageConfig({ navigationBarTitleText: '千人进千企' });
