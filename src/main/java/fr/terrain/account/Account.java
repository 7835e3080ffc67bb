package fr.terrain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Objects;

/** A person who has signed in once: the subject that Keycloak gave, and how to call and reach them. */
@Entity
public class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(updatable = false)
    public String subject;

    public String name;
    public String email;

    boolean isCalled(String givenName, String givenEmail) {
        return Objects.equals(name, givenName) && Objects.equals(email, givenEmail);
    }
}
