import type { Twin } from './twin.ts'

export function TwinTable({ caption, columns: [first, ...columns], rows }: Twin) {
  return (
    <div class="twin" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, href, name, figures }) => (
            <tr key={key}>
              <th scope="row">
                <a href={href} dir="auto">
                  {name}
                </a>
              </th>
              {figures.map((figure, index) => (
                <td key={columns[index]} class="num figure">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
