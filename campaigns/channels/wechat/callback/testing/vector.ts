/**
 * A message sealed with `openssl enc -aes-256-cbc -nopad` and `sha1sum`, not with this project's code.
 * Padding 3 bytes; sent at 2027-03-15T09:00:00+08:00.
 */
export const vector = {
  keys: { token: 'vector-token', appId: 'wxvector', aesKeys: ['abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'] },
  timestamp: '1805072400',
  nonce: '618453',
  signature: 'd24e94a13e0e699f0da5314682f89dd7084912e1',
  msgSignature: '32eb1cfd154a80079fc6566d8eb43b468118bf36',
  encrypt:
    'Q3stYC6hdFzMh9T8HCvyDMTLDgkTnVDW/Xb8Vk2oDV/9TzHB2D5zEmLQfd6CHMhePts+kjqU5Ek1qC4cJCxLJ5W5e4MweWYfxCVYWuXQAsW8Y9A2wICkUNiwXkEI89C1IZ3u4onUMP0HdCZKp91ql1a+4c4uxH0mJau4/q07ywv0c78IJXSUruiJGFZbByHqUSBhamte1Zet1DdmJ3+cqVYPjy6fXP8+X4KbqYpfxDcD4OejMcJeXZ4bjl0OhY/YBJpwYqyj+FUNUftHVPxglA8Hkbc+D9bioC4BBCc7HKO8G5n6yskpq9Q0/4/ePlEw3MzXUZ6DUwwT8FsOG7UmiHtRCbFe6eICYc44NPPvIy4otpUKLIfTQ31f33YFWPPmse4xhOSk6Xn7Qbjs4gXjeRtTbjKXMO/fA5mRrXSfMw2Js4G0g9i3HV6MnWQ38dghERLU2k3zOTHh12N6Lc+QU9OROWwRrf6e2YyBMmvf3OjWhMrGFTMv3yUtvuKl9IRHDHWN3vjiQZupKFX44CrMG5zgBqLX22MzGQsh0K6Plb+WW9ePbCZ2+N7aMhrM0Fb527QadNof7wKH6BXbS34y/qroEAl/jzRlptg24TvCeGwy69UQ8NIw+TuBv9bhLflqmigLcZKEdjO7v6c8pYubSiJzXIrFBZ1UbXkit2/hzNeF4Hda4hQXCay/F+kqBaUc/Auh+4Jp2vMsmGR1d3xeIA==',
};
