'use client';
import type { ProgrammeSheet } from '../../programme/sheet.ts';

/** 与上年比较: the same occasion a year before. */
export const ResultTable = ({
  comparison,
  year,
}: {
  comparison: NonNullable<ProgrammeSheet['comparison']>;
  year: number;
}) => (
  <div>
    <h3>与上年比较</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">{year}年</th>
          <th scope="col">{comparison.year}年</th>
          <th scope="col">增减</th>
        </tr>
      </thead>
      <tbody>
        {comparison.rows.map(({ before, change, name, now }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{now}</td>
            <td>{before}</td>
            <td>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
