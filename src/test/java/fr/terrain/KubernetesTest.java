package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of k8s/ say what Kubernetes understands, and fit each other and the application. */
class KubernetesTest {
    /** Read by tests only, or with a default that serves production. */
    private static final Set<String> FREE = Set.of("TERRAIN_TEST_DB_URL", "TERRAIN_MAP_BASE");

    private final Deployment app = Manifests.get(Deployment.class, "terrain");
    private final Container container =
            app.getSpec().getTemplate().getSpec().getContainers().getFirst();
    private final Map<String, String> labels =
            app.getSpec().getTemplate().getMetadata().getLabels();

    @Test
    void everyFieldIsKnown() {
        List<String> unknown = Manifests.documents().stream()
                .flatMap(document -> Manifests.unknownFields(document).stream())
                .toList();
        assertEquals("", Manifests.lines(unknown));
    }

    @Test
    void tellsMisspeltField() {
        String misspelt =
                Manifests.text(Manifests.FOLDER.resolve("app.yaml")).replace("readinessProbe", "readynessProbe");
        assertEquals(List.of(".spec.template.spec.containers[0].readynessProbe"), Manifests.unknownFields(misspelt));
    }

    @Test
    void tellsMisspeltFieldOfAnOperatorResource() {
        String cluster =
                Manifests.text(Manifests.FOLDER.resolve("database.yaml")).split("(?m)^---$")[0];
        List<String> unknown = Manifests.unknownFields(cluster.replace("passwordSecret", "passwordsecret"));
        assertEquals(1, unknown.size());
        assertTrue(unknown.getFirst().endsWith("Role[\"passwordsecret\"]"), unknown.getFirst());
    }

    @Test
    void tellsKindWithoutModel() {
        assertFalse(Manifests.unknownFields("apiVersion: example.org/v1\nkind: Unknown\nspec: {a: 1}\n")
                .isEmpty());
    }

    @Test
    void kustomizationListsEveryFile() {
        JsonNode kustomization = Manifests.tree(Manifests.text(Manifests.FOLDER.resolve("kustomization.yaml")));
        Set<String> listed = new TreeSet<>();
        kustomization.path("resources").forEach(name -> listed.add(name.asText()));
        Set<String> present = new TreeSet<>();
        Manifests.files().forEach(file -> present.add(file.getFileName().toString()));
        present.remove("kustomization.yaml");
        assertEquals(present, listed);
        assertTrue(present.size() >= 8, present::toString);
    }

    @Test
    void selectorsFindThePods() {
        assertEquals(labels, app.getSpec().getSelector().getMatchLabels());
        assertEquals(labels, Manifests.get(Service.class, "terrain").getSpec().getSelector());
        assertEquals(
                labels,
                Manifests.get(PodDisruptionBudget.class, "terrain")
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
        assertEquals(
                labels,
                Manifests.get(NetworkPolicy.class, "terrain")
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels());
    }

    @Test
    void ingressLeadsToThePort() {
        var service = Manifests.get(Service.class, "terrain");
        var backend = Manifests.get(Ingress.class, "terrain")
                .getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths()
                .getFirst()
                .getBackend()
                .getService();
        var servicePort = service.getSpec().getPorts().getFirst();
        var port = container.getPorts().getFirst();
        assertEquals(service.getMetadata().getName(), backend.getName());
        assertEquals(servicePort.getName(), backend.getPort().getName());
        assertEquals(port.getName(), servicePort.getTargetPort().getStrVal());
        assertEquals(
                String.valueOf(port.getContainerPort()),
                Manifests.get(ConfigMap.class, "terrain").getData().get("PORT"));
    }

    @Test
    void givesEveryVariableThatTheApplicationReads() {
        Set<String> given = new TreeSet<>(
                Manifests.get(ConfigMap.class, "terrain").getData().keySet());
        container.getEnv().stream().map(EnvVar::getName).forEach(given::add);
        String read = Manifests.text(Path.of("src/main/resources/application.properties"));
        Pattern.compile("\\$\\{((?:PORT|TERRAIN_)\\w*)")
                .matcher(read)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !FREE.contains(name))
                .forEach(name -> assertTrue(given.contains(name), name));
        assertTrue(given.size() >= 9, given::toString);
    }

    @Test
    void everyImageHasAFixedTag() {
        List<String> images = Manifests.documents().stream()
                .map(Manifests::tree)
                .flatMap(tree -> Stream.of("image", "imageName").flatMap(name -> tree.findValuesAsText(name).stream()))
                .toList();
        assertTrue(images.size() >= 2, images::toString);
        images.forEach(image -> {
            assertTrue(image.matches(".+:[^:/]+"), image);
            assertFalse(image.endsWith(":latest"), image);
        });
    }

    @Test
    void runsWithoutPrivileges() {
        var pod = app.getSpec().getTemplate().getSpec();
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertTrue(pod.getSecurityContext().getRunAsUser() > 0);
        assertFalse(pod.getAutomountServiceAccountToken());
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
        assertEquals(
                List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
    }

    @Test
    void holdsNoSecret() {
        Manifests.documents().forEach(document -> {
            JsonNode tree = Manifests.tree(document);
            assertFalse(tree.path("kind").asText().equals("Secret"), "a secret in k8s/");
            assertEquals(List.of(), tree.findValuesAsText("password"));
        });
        container.getEnv().forEach(variable -> assertEquals(null, variable.getValue(), variable.getName()));
    }

    @Test
    void productionRealmHasNoDemonstration() {
        String realm = Manifests.text(Manifests.FOLDER.resolve("keycloak.yaml"));
        assertFalse(realm.contains("terrain-essai"));
        assertFalse(realm.contains("users:"));
        assertFalse(realm.contains("directAccessGrantsEnabled: true"));
    }

    @Test
    void eachProbeAsksTheHttpPort() {
        probes().forEach(probe ->
                assertEquals("http", probe.getHttpGet().getPort().getStrVal()));
    }

    private Stream<Probe> probes() {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
    }
}
