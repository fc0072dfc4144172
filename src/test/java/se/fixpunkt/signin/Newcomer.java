package se.fixpunkt.signin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/**
 * Somebody of a test's own, so that tests do not wait for each other's tries.
 *
 * @param id as REST gives it
 */
record Newcomer(String id, String email) {
    static final String PASSWORD = "gräv där du står";

    static Newcomer added(RunningFixpunkt fixpunkt, String... rights) {
        String email = "p" + UUID.randomUUID().toString().replace("-", "") + "@signin.test";
        String id = fixpunkt.administrator()
                .post(
                        "people",
                        Map.of("email", email, "name", "Nora Ny", "password", PASSWORD, "rights", List.of(rights)))
                .expect(201)
                .json()
                .getString("id");
        return new Newcomer(id, email);
    }

    /** Of whom a code is demanded, because a project that he is in does. */
    static Newcomer ofSecretProject(RunningFixpunkt fixpunkt) {
        Newcomer newcomer = added(fixpunkt, "OPEN_PROJECTS");
        newcomer.signIn(fixpunkt)
                .post("projects", Map.of("name", "Hemligt " + newcomer.id(), "twoFactorRequired", true))
                .expect(201);
        return newcomer;
    }

    Api signIn(RunningFixpunkt fixpunkt) {
        return fixpunkt.api().signIn(email, PASSWORD);
    }

    Api.Answer claim(RunningFixpunkt fixpunkt, String password) {
        return fixpunkt.api().post("sign-in", Map.of("email", email, "password", password));
    }
}
