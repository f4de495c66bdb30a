import { createHash } from 'node:crypto'

/** The leaves and hashes that the tests of certificate transparency's implementations share. */
export const ctLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((leaf) => createHash('sha256').update('\0').update(Buffer.from(leaf, 'hex')).digest())

/** By size. */
export const ctRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const fifth = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const second = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const thirdAndFourth = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const fifthAndSixth = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const seventhAndEighth = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const firstFour = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
const lastFour = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'

/** The leaf counted from 1, as the published vectors count it. */
export const ctPaths: readonly { leaf: number; size: number; path: readonly string[] }[] = [
  { leaf: 1, size: 1, path: [] },
  { leaf: 1, size: 8, path: [second, thirdAndFourth, lastFour] },
  { leaf: 6, size: 8, path: [fifth, seventhAndEighth, firstFour] },
  { leaf: 3, size: 3, path: [ctRoots[2] ?? ''] },
  { leaf: 2, size: 5, path: [ctRoots[1] ?? '', thirdAndFourth, fifth] },
]

export const ctConsistencies: readonly { from: number; to: number; path: readonly string[] }[] = [
  { from: 1, to: 1, path: [] },
  { from: 1, to: 8, path: [second, thirdAndFourth, lastFour] },
  { from: 6, to: 8, path: [fifthAndSixth, seventhAndEighth, firstFour] },
  { from: 2, to: 5, path: [thirdAndFourth, fifth] },
]
