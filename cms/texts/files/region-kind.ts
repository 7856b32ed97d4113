import type { FileKind } from './file-kind.ts';

/** The city: on every page, and in every letter. */
export const regionKind = {
  noun: '城市信息',
  title: 'siteName',
  fields: {
    city: { label: '城市', is: 'text' },
    siteName: { label: '网站名称', is: 'text' },
    motto: { label: '题词', is: 'text' },
    siteDomain: { label: '域名', is: 'text' },
    siteIdCode: { label: '网站标识码', is: 'text' },
    icp: { label: 'ICP备案号', is: 'text' },
    police: { label: '公安备案号', is: 'text' },
    host: { label: '主办单位', is: 'text' },
    organiser: { label: '承办单位', is: 'text' },
    operator: { label: '运行维护单位', is: 'text' },
    phone: { label: '电话', is: 'text' },
    'portal.name': { label: '门户网站的名称', is: 'text' },
    'portal.url': { label: '门户网站的网址', is: 'text' },
    'creditChina.name': { label: '信用中国的名称', is: 'text' },
    'creditChina.url': { label: '信用中国的网址', is: 'text' },
    'contact.desk': { label: '联系人', is: 'text' },
    'contact.phone': { label: '联系电话', is: 'text' },
    'contact.email': { label: '联系邮箱', is: 'text' },
    editorialName: { label: '编辑部名称', is: 'text' },
    districts: { label: '区', is: 'texts' },
    counties: { label: '县', is: 'texts' },
  },
  machine: { slug: '短名，和文件名一样' },
  // Every page needs a city; it says nothing that anybody could have invented.
  neutral: () => ({
    city: '本市', siteName: '诚信宣传', motto: '诚信', siteDomain: 'localhost', siteIdCode: '待核对', icp: '待核对', police: '待核对', host: '待核对', organiser: '待核对', operator: '待核对', phone: '待核对',
    'portal.name': '门户网站', 'portal.url': '/', 'creditChina.name': '信用中国', 'creditChina.url': 'https://www.creditchina.gov.cn/',
    'contact.desk': '编辑部', 'contact.phone': '待核对', 'contact.email': '待核对', editorialName: '编辑部', districts: [],
  }),
} as const satisfies FileKind;
