package se.fixpunkt.shared.rest;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A commit that failed. Without this the server's own mapper makes it an empty 400, as if the sender were to blame. */
@Provider
@Priority(1)
public class CommitFaultMapper implements ExceptionMapper<TransactionalException> {
    private final FaultMapper faults = new FaultMapper();

    @Override
    public Response toResponse(TransactionalException fault) {
        return faults.toResponse(fault);
    }
}
