export default definePageConfig({ navigationBarTitleText: '千人进千企', navigationStyle: 'custom' });
