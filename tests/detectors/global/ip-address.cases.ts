import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Adresse IP du client : 196.200.131.44', '196.200.131.44', 'label'],
    ['196.200.131.44 - - [12/May/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 12', '196.200.131.44', "line of a server's log"],
    ['عنوان IP: 105.66.4.21', '105.66.4.21', 'Arabic label'],
    ['X-Forwarded-For: 41.140.12.99', '41.140.12.99', 'header'],
    ['connecté depuis 160.176.33.8 hier', '160.176.33.8', 'sentence'],
    ['client ip 2001:4860:4860::8888', '2001:4860:4860::8888', 'version 6'],
    ['remote address [2a01:e0a:1:2:3:4:5:6]', '2a01:e0a:1:2:3:4:5:6', 'version 6, all groups'],
    ['196.200.131.44', '196.200.131.44', 'no label', 'medium'],
  ],
  ignores: [
    ['version 12.34.56.78', 'version'],
    ['127.0.0.1', 'the machine itself'],
    ['Client IP: 203.0.113.9', 'kept for documentation'],
    ['2001:db8::1', 'kept for documentation'],
    ['192.168.1.20', 'private, no label'],
    ['IP address 192.168.1.20', 'private: only a field makes it somebody’s'],
    ['1.2.3.4', 'small numbers'],
    ['1.3.6.1.4.1.311', 'object identifier'],
    ['10.0.0.0/8', 'network'],
    ['12.05.2026 10.30', 'date'],
    ['300.1.2.3', 'no byte'],
    ['10:12:33:44', 'time'],
    ['00:1b:44:11:3a:b7', 'hardware address'],
    ['std::vector', 'code'],
    ['8.8.8.8', 'everybody knows it'],
    ['gateway 41.140.12.1', 'router'],
    ['v196.200.131.44', 'version'],
  ],
  fields: [
    ['client_ip', '196.200.131.44', 'high'],
    ['remoteAddr', '192.168.1.20', 'high'],
    ['version', '12.34.56.78', 'low'],
  ],
};
