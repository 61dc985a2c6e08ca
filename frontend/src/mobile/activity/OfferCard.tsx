/** An activity that wants volunteers: what, when, where, and each kind of work with its places. */
import { Link } from "react-router";
import { SignUp } from "../signup/SignUp";
import styles from "./Card.module.css";
import { When, Where } from "./Happening";
import type { Offer } from "./offers";
import { Work } from "./Work";

export function OfferCard({ offer: { activityId, first, opportunities } }: { offer: Offer }) {
  return (
    <li className={styles.card}>
      <Link to={`/activities/${activityId}`} className={styles.what}>
        <h2>{first.title}</h2>
        <When {...first} />
        <Where place={first.place} />
      </Link>
      {opportunities.map((opportunity) => (
        <div key={opportunity.id} className={styles.work}>
          <Work opportunity={opportunity} />
          <SignUp opportunity={opportunity} />
        </div>
      ))}
    </li>
  );
}
