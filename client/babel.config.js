// Output that a phone of 2017 reads; the weapp build is plain ES5.
const weapp = process.env.TARO_ENV === 'weapp';

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        ignoreBrowserslistConfig: true,
        targets: weapp ? { ios: '9', android: '5' } : { ios: '12', android: '80', chrome: '64', firefox: '68' },
      },
    ],
  ],
};
