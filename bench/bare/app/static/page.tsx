/** The least that a page can cost that is the same for everyone. */
export default function StaticPage() {
  return <p>Static</p>;
}
