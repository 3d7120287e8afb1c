export default definePageConfig({ navigationBarTitleText: '办法与条款' });
