export default definePageConfig({ navigationBarTitleText: '产业特派员' });
